namespace Orrery.Host.Admin.Shapes;

/// <summary>A Spot Instance that was given its notice.</summary>
/// <param name="Instance">Its id.</param>
/// <param name="At">When it will be interrupted.</param>
public sealed record InterruptionView(string Instance, DateTimeOffset At);
