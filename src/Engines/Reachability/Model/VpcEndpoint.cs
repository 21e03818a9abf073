namespace Orrery.Engines.Reachability.Model;

/// <summary>A VPC endpoint, by which a VPC reaches a service without the internet.</summary>
/// <param name="Id">The resource id.</param>
public sealed record VpcEndpoint(string Id) : Element(Id)
{
    /// <summary>Gateway (a route's target) or interface.</summary>
    public required VpcEndpointKind Kind { get; init; }

    /// <summary>The name of the service.</summary>
    public required string ServiceName { get; init; }

    /// <summary>For a gateway endpoint: the prefix list with the service's addresses.</summary>
    public string? PrefixListId { get; init; }

    /// <summary>For an interface endpoint: its interfaces, which are elements of their own.</summary>
    public IReadOnlyList<string> InterfaceIds { get; init; } = [];

    /// <summary>Whether it carries packets (state available).</summary>
    public bool Functional { get; init; } = true;
}
