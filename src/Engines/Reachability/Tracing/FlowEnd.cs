using Orrery.Core;

namespace Orrery.Engines.Reachability.Tracing;

/// <summary>
/// One end of a flow: a resource, an address, a resource at one of its addresses, or the internet (neither). Resources
/// are interfaces and instances; an internet gateway, standing for the internet behind it, a customer gateway for its
/// site, an endpoint for its service; and virtual private gateways, attachments to transit gateways and peering
/// connections, where only the way up to them is asked.
/// </summary>
/// <param name="Id">The resource id, or null.</param>
/// <param name="Address">The address, private or public, or null.</param>
public sealed record FlowEnd(string? Id, IpAddress? Address)
{
    /// <summary>Some host on the internet: <see cref="InternetV4"/> or <see cref="InternetV6"/>.</summary>
    public static FlowEnd Internet { get; } = new(null, null);

    /// <summary>The IPv4 address that stands for any host on the internet (RFC 5737: never anybody's).</summary>
    public static IpAddress InternetV4 { get; } = IpAddress.V4(0xC0000201);

    /// <summary>The IPv6 address that stands for any host on the internet (RFC 3849: never anybody's).</summary>
    public static IpAddress InternetV6 { get; } = IpAddress.Parse("2001:db8::1");

    /// <summary>A resource, at its first address.</summary>
    public static FlowEnd Of(string id) => new(id, null);

    /// <summary>An address.</summary>
    public static FlowEnd At(IpAddress address) => new(null, address);

    /// <summary>Reads <c>internet</c>, an address, or else takes the text as a resource id.</summary>
    public static FlowEnd Parse(string text) =>
        text == "internet" ? Internet : IpAddress.TryParse(text, out var address) ? At(address) : Of(text);

    /// <inheritdoc/>
    public override string ToString() => (Id, Address) switch
    {
        (null, null) => "internet",
        (null, { } address) => address.ToString(),
        ({ } id, null) => id,
        ({ } id, { } address) => $"{id} ({address})",
    };
}
