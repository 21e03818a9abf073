namespace Orrery.Tests.Differential.Kernel;

/// <summary>Where packets enter and leave a transit gateway: a VPC's attachment in a subnet, or a peer.</summary>
/// <param name="GatewayId">The transit gateway.</param>
/// <param name="AttachmentId">The attachment or peering.</param>
/// <param name="Device">The device in the gateway's namespace.</param>
/// <param name="TableId">The route table that is associated, or null.</param>
/// <param name="Zone">The zone of the subnet; null for a peer.</param>
internal sealed record TransitDoor(
    string GatewayId, string AttachmentId, string Device, string? TableId, string? Zone);
