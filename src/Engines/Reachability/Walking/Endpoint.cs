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

    public bool HasV4 => Interface is null ? Address is not { IsV6: true } : First(v6: false) is not null;

    public bool HasV6 => Interface is null ? Address is not { IsV6: false } : First(v6: true) is not null;

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
