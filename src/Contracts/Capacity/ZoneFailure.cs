namespace Orrery.Contracts.Capacity;

/// <summary>A zone that is out of order.</summary>
/// <param name="Zone">The zone's name.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; null: until it is mended.</param>
/// <param name="Instances">How many instances are in it that should run.</param>
public sealed record ZoneFailure(string Zone, DateTimeOffset From, DateTimeOffset? To, int Instances);
