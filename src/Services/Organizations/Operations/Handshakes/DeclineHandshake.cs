namespace Orrery.Services.Organizations.Operations.Handshakes;

/// <summary>Refuses an invitation.</summary>
public sealed class DeclineHandshake : IWriteOperation<DeclineHandshakeRequest, DeclineHandshakeResult>
{
    /// <inheritdoc/>
    public DeclineHandshakeResult Run(DeclineHandshakeRequest request, Call call)
    {
        var got = Rules.Handshakes.Got(call, request.HandshakeId);
        return new() { Handshake = Show.Of(call, Rules.Handshakes.End(call, got, HandshakeState.Declined)) };
    }
}
