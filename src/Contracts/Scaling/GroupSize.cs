namespace Orrery.Contracts.Scaling;

/// <summary>The size of a group.</summary>
/// <param name="Min">The least that it may desire.</param>
/// <param name="Desired">What it desires.</param>
/// <param name="Max">The most that it may desire.</param>
/// <param name="InService">How many instances are in service.</param>
/// <param name="Policies">Its policies and scheduled actions, each in a few words.</param>
public sealed record GroupSize(int Min, int Desired, int Max, int InService, IReadOnlyList<string> Policies);
