namespace Orrery.Contracts.Scaling;

/// <summary>The capacity of a resource as it is now.</summary>
/// <param name="Capacity">What it is set to.</param>
/// <param name="IsActive">Whether it is in use: nothing scales what is being made or deleted.</param>
/// <param name="IsSettled">Whether it has what it was set to.</param>
/// <param name="IsScalable">Whether its service lets it be scaled now.</param>
public sealed record ScalableState(
    int Capacity, bool IsActive = true, bool IsSettled = true, bool IsScalable = true);
