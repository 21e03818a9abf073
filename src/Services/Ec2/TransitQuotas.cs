using Orrery.Contracts;

namespace Orrery.Services.Ec2;

/// <summary>
/// The quotas of transit gateways: codes, names and defaults. Source: "AWS Transit Gateway quotas", and lists of
/// Service Quotas.
/// </summary>
internal static class TransitQuotas
{
    public static readonly Quota Gateways = new("L-A2478D36", "Transit gateways per account", 5);
    public static readonly Quota Attachments = new("L-E0233F82", "Attachments per transit gateway", 5000);
    public static readonly Quota GatewaysPerVpc = new("L-6DA43717", "Attachments per VPC", 5);
    public static readonly Quota Peerings = new("L-A1B5A36F", "Peering attachments per transit gateway", 50);
    public static readonly Quota Requests = new("L-62499967", "Pending peering attachments per transit gateway", 10);
    public static readonly Quota RouteTables = new("L-43872EB7", "Route tables per transit gateway", 20);
    public static readonly Quota Routes = new("L-BCC1FB47", "Routes per transit gateway", 10_000);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All =
        [Gateways, Attachments, GatewaysPerVpc, Peerings, Requests, RouteTables, Routes];
}
