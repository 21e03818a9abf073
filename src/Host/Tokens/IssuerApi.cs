using System.Text;
using System.Text.Json;
using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Host.Http;
using Orrery.Host.Logging;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Wire.Requests;

namespace Orrery.Host.Tokens;

/// <summary>
/// Answers what checks tokens of GetWebIdentityToken: the discovery document of an issuer, and its keys. Source: OpenID
/// Connect Discovery 1.0; IAM API Reference, EnableOutboundWebIdentityFederation.
/// </summary>
internal sealed class IssuerApi(Station station) : IAnswerer
{
    private const string Json = "application/json";

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        if (request.Method is not ("GET" or "HEAD"))
            throw new ServiceException("MethodNotAllowed", "Only GET and HEAD are allowed here.", 405);
        var world = await station.Worlds.FindAsync(choice.World);
        var id = IssuerAddress.IdOf(choice.Path, request.Host)!;
        var info = new CallInfo(Scope.World, Caller.Kernel, "orrery:TokenIssuer", world.NewRequestId());
        var issuers = world.Blueprint.Ports.Find<ITokenIssuers>();
        var text = issuers is null ? null : choice.Path[IssuerAddress.Folder.Length..] switch
        {
            "openid-configuration" => world.Query(info, call => issuers.Configuration(call, id)),
            "jwks.json" => world.Query(info, call => issuers.KeySet(call, id)),
            _ => null,
        };
        return text is null
            ? throw new ServiceException("NotFound", "There is no such issuer or document.", 404)
            : Shown(request, choice, 200, text);
    }

    /// <inheritdoc/>
    public Answer Refuse(WireRequest request, WorldChoice choice, ServiceException refusal)
    {
        var (code, message) = (JsonEncodedText.Encode(refusal.Code), JsonEncodedText.Encode(refusal.Message));
        var answer = Shown(request, choice, refusal.Status, $$"""{"error":"{{code}}","message":"{{message}}"}""");
        return answer with { Facts = answer.Facts with { ErrorCode = refusal.Code } };
    }

    private static Answer Shown(WireRequest request, WorldChoice choice, int status, string text) => new(
        WireResponse.Of(status, Json, Encoding.UTF8.GetBytes(text)),
        new RequestFacts($"{request.Method} {request.RawPath}", status, "") { World = choice.World });
}
