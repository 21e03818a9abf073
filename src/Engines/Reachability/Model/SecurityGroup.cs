namespace Orrery.Engines.Reachability.Model;

/// <summary>A security group: stateful, allowing what one of its rules allows.</summary>
/// <param name="Id">The resource id.</param>
public sealed record SecurityGroup(string Id) : Element(Id)
{
    /// <summary>Its rules, both directions.</summary>
    public IReadOnlyList<SecurityGroupRule> Rules { get; init; } = [];
}
