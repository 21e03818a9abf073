namespace Orrery.Services.Ec2.Rules.Markets;

/// <summary>A type in a zone: what capacity and Spot prices are told of.</summary>
/// <param name="Zone">The zone's name.</param>
/// <param name="Type">The type's name.</param>
internal readonly record struct SpotPool(string Zone, string Type)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Zone} {Type}";
}
