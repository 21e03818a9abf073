namespace Orrery.Services.Organizations.Operations.Handshakes;

/// <summary>Shows an invitation to who sent and who got it.</summary>
public sealed class DescribeHandshake : IReadOperation<DescribeHandshakeRequest, DescribeHandshakeResult>
{
    /// <inheritdoc/>
    public DescribeHandshakeResult Run(DescribeHandshakeRequest request, ReadCall call) =>
        new() { Handshake = Show.Of(call, Rules.Handshakes.Get(call, request.HandshakeId)) };
}
