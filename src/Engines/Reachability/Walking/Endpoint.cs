using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>An end of a flow once looked up: an interface, or a place on the internet.</summary>
/// <param name="Interface">The interface; null for the internet and for a bare address as destination.</param>
/// <param name="Gateway">The internet gateway that stands for the internet behind it, or null.</param>
/// <param name="Address">The address that the flow names, or null.</param>
internal sealed record Endpoint(InterfaceNode? Interface, InternetGateway? Gateway, IpAddress? Address)
{
    public static Endpoint Internet { get; } = new(null, null, null);

    /// <summary>The id of the on-premises network or gateway endpoint that it is, or null.</summary>
    public string? PlaceId { get; init; }

    /// <summary>The kind of place that it is, where <see cref="PlaceId"/> is set.</summary>
    public Arrivals Kind { get; init; }

    /// <summary>The blocks of that place.</summary>
    public IReadOnlyList<Cidr> Blocks { get; init; } = [];

    /// <summary>True for a host on the internet as a source.</summary>
    public bool IsOnInternet => Interface is null && PlaceId is null;

    public bool Has(bool v6) => Interface is not null ? First(v6) is not null
        : PlaceId is not null && Address is null ? FirstOfBlocks(v6) is not null
        : Address is not { } named || named.IsV6 == v6;

    /// <summary>The first host's address of the place's blocks in a family.</summary>
    public IpAddress? FirstOfBlocks(bool v6)
    {
        foreach (var block in Blocks)
            if (block.IsV6 == v6)
                return block.First == block.Last ? block.First : block.At(1);
        return null;
    }

    /// <summary>The first address of the interface in a family.</summary>
    public InterfaceAddress? First(bool v6)
    {
        foreach (var address in Interface?.Addresses ?? [])
            if (address.Private.IsV6 == v6)
                return address;
        return null;
    }

    /// <summary>The first IPv4 address of the interface that has a public one, and that one.</summary>
    public IpAddress? FirstPublic()
    {
        foreach (var address in Interface?.Addresses ?? [])
            if (address.Public is { } translated)
                return translated;
        return null;
    }
}
