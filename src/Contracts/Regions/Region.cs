namespace Orrery.Contracts.Regions;

/// <summary>An AWS Region.</summary>
/// <param name="Code">For example <c>us-east-1</c>.</param>
/// <param name="Name">For example <c>US East (N. Virginia)</c>.</param>
/// <param name="RequiresOptIn">Whether an account has to opt in before it may use the region.</param>
/// <param name="Geography">The country, for example <c>United States of America</c>.</param>
/// <param name="SubGeography">The state, for example <c>Virginia</c>; null where AWS names none.</param>
/// <param name="Zones">Its Availability Zones, by name; never empty.</param>
public sealed record Region(
    string Code,
    string Name,
    bool RequiresOptIn,
    string Geography,
    string? SubGeography,
    IReadOnlyList<Zone> Zones)
{
    /// <summary>The zone of a name, or null.</summary>
    public Zone? ZoneNamed(string name) => Zones.FirstOrDefault(zone => zone.Name == name);

    /// <summary>The zone of an id, or null.</summary>
    public Zone? ZoneWithId(string id) => Zones.FirstOrDefault(zone => zone.Id == id);
}
