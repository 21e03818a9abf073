namespace Orrery.Contracts.Maps;

/// <summary>A VPC.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its tag Name.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Region">And where.</param>
/// <param name="Cidrs">Its blocks.</param>
/// <param name="Subnets">Its subnets, by zone and block.</param>
/// <param name="Gateways">Internet, egress-only and virtual private gateways.</param>
/// <param name="Endpoints">VPC endpoints.</param>
public sealed record MapVpc(
    string Id,
    string? Name,
    string Account,
    string Region,
    IReadOnlyList<string> Cidrs,
    IReadOnlyList<MapSubnet> Subnets,
    IReadOnlyList<MapPart> Gateways,
    IReadOnlyList<MapPart> Endpoints)
{
    /// <summary>Whether it is the default VPC of its region.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it was not asked for and is there only as the other side of a link; then it is empty.</summary>
    public bool IsFar { get; init; }
}
