namespace Orrery.Bench.Transit;

/// <summary>Medians at one size, in microseconds.</summary>
/// <param name="Attach">CreateTransitGatewayVpcAttachment.</param>
/// <param name="VpcRoute">CreateRoute of a VPC's table to the gateway.</param>
/// <param name="Route">CreateTransitGatewayRoute to an attachment.</param>
public sealed record TransitFigures(double Attach, double VpcRoute, double Route);
