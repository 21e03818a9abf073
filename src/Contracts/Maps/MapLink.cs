namespace Orrery.Contracts.Maps;

/// <summary>What joins two networks: a peering connection, an attachment, a VPN connection.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is, as tags name it: <c>vpc-peering-connection</c>…</param>
/// <param name="From">The id of one side: a VPC, a transit gateway, a virtual private gateway or a site.</param>
/// <param name="To">The id of the other side.</param>
/// <param name="Works">Whether packets pass.</param>
public sealed record MapLink(string Id, string Kind, string From, string To, bool Works)
{
    /// <summary>Other ids by which traces name it: the VPN connection of an attachment.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
