namespace Orrery.Engines.Scaling.Balance;

/// <summary>A zone of a group.</summary>
/// <param name="Zone">Its name.</param>
/// <param name="Capacity">What the group has there, in units: what is in service and what is being launched.</param>
/// <param name="Enabled">Whether it is still one of the group's zones.</param>
/// <param name="HasRoom">Whether a launch may be tried there: false after it failed for want of capacity.</param>
public sealed record ZoneFact(string Zone, int Capacity, bool Enabled = true, bool HasRoom = true)
{
    /// <summary>Whether to launch there.</summary>
    public bool IsOpen => Enabled && HasRoom;
}
