using Orrery.Core;
using Orrery.Host.Http;
using Orrery.Wire.Requests;

namespace Orrery.Host.Aws;

/// <summary>The AWS API of all services.</summary>
internal sealed class AwsApi(Station station) : IAnswerer
{
    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        await station.Worlds.FindAsync(choice.World);
        throw new ServiceException("UnknownOperationException", "This service is not served.", 404);
    }

    /// <inheritdoc/>
    public Answer Refuse(WireRequest request, WorldChoice choice, ServiceException refusal)
    {
        var response = new WireResponse(refusal.Status);
        var name = $"{request.Method} {request.RawPath}";
        return new(response, new(name, refusal.Status, "") { ErrorCode = refusal.Code, World = choice.World });
    }
}
