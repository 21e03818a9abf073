namespace Orrery.Contracts.Maps;

/// <summary>Something small: an instance, an interface, a gateway, an endpoint.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is, as tags name it: <c>instance</c>, <c>natgateway</c>…</param>
/// <param name="Name">Its tag Name.</param>
/// <param name="Detail">What is said of it beside its id: an address, a service.</param>
/// <param name="Works">Whether it does what it is for.</param>
public sealed record MapPart(string Id, string Kind, string? Name, string Detail, bool Works)
{
    /// <summary>The interfaces of an instance, by which traces name it too.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
