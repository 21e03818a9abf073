namespace Orrery.Services.Organizations.Operations.Handshakes;

/// <summary>Takes an invitation back.</summary>
public sealed class CancelHandshake : IWriteOperation<CancelHandshakeRequest, CancelHandshakeResult>
{
    /// <inheritdoc/>
    public CancelHandshakeResult Run(CancelHandshakeRequest request, Call call)
    {
        var sent = Rules.Handshakes.Sent(call, request.HandshakeId);
        return new() { Handshake = Show.Of(call, Rules.Handshakes.End(call, sent, HandshakeState.Canceled)) };
    }
}
