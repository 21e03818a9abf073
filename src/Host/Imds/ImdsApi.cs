using System.Globalization;
using System.Text;
using Orrery.Contracts.Instances;
using Orrery.Core;
using Orrery.Host.Http;
using Orrery.Host.Logging;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Wire.Requests;

namespace Orrery.Host.Imds;

/// <summary>Serves the metadata service of instances over HTTP; what it says is EC2's.</summary>
internal sealed class ImdsApi(Station station) : IAnswerer
{
    private const string TokenHeader = "X-aws-ec2-metadata-token";
    private const string SecondsHeader = "X-aws-ec2-metadata-token-ttl-seconds";

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        var host = request.Headers.Get("Host") ?? "";
        if (BrowserGuard.Refusal(host, request.Headers.Get("Origin"), request.Headers.Get("Sec-Fetch-Site")) is { } no)
            throw new ServiceException("Forbidden", no, 403);
        var address = ImdsAddress.Of(choice.Path, host)!.Value;
        var world = await station.Worlds.FindAsync(choice.World);
        var desk = world.Blueprint.Ports.Find<IInstanceMetadata>()
            ?? throw new ServiceException("NotServed", "No service here has instances.", 404);
        var scope = world.Query(InfoOf(world, Scope.World), call => desk.Find(call, address.Instance))
            ?? throw new ServiceException("NoSuchInstance", $"There is no instance {address.Instance}.", 404);
        var question = new MetadataRequest(address.Instance, request.Method, Uri.UnescapeDataString(address.Path))
        {
            Token = request.Headers.Get(TokenHeader),
            TokenSeconds = request.Headers.Get(SecondsHeader),
            IsForwarded = request.Headers.Contains("X-Forwarded-For"),
        };
        if (world.Query(InfoOf(world, scope), call => desk.IsUnprepared(call, question)))
            await PrepareAsync(world, scope, desk, question);
        var answer = world.Query(InfoOf(world, scope), call => desk.Answer(call, question));
        var response = WireResponse.Of(answer.Status, answer.ContentType, answer.Body);
        if (answer.TokenSeconds is { } seconds)
            response.Headers.Add(SecondsHeader, seconds.ToString(CultureInfo.InvariantCulture));
        return new(response, Facts(request, choice, answer.Status) with { Region = scope.Region });
    }

    /// <inheritdoc/>
    public Answer Refuse(WireRequest request, WorldChoice choice, ServiceException refusal)
    {
        var response = WireResponse.Of(
            refusal.Status, "text/plain", Encoding.UTF8.GetBytes(refusal.Message + "\n"));
        return new(response, Facts(request, choice, refusal.Status) with { ErrorCode = refusal.Code });
    }

    private static Task PrepareAsync(World world, Scope scope, IInstanceMetadata desk, MetadataRequest question) =>
        world.ExecuteAsync(InfoOf(world, scope), call =>
        {
            desk.Prepare(call, question);
            return true;
        });

    private static CallInfo InfoOf(World world, Scope scope) =>
        new(scope, Caller.Kernel, "orrery:InstanceMetadata", world.NewRequestId());

    private static RequestFacts Facts(WireRequest request, WorldChoice choice, int status) =>
        new($"{request.Method} {request.RawPath}", status, "") { World = choice.World };
}
