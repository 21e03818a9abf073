namespace Orrery.Host.Admin.Shapes;

/// <summary>One step of a packet.</summary>
/// <param name="Component">The resource that it meets.</param>
/// <param name="Kind">What the resource is, for example <c>route-table</c>.</param>
/// <param name="Text">What happens there, as a sentence.</param>
/// <param name="Passed">Whether the packet goes on from here.</param>
/// <param name="Code">Where it does not: AWS's explanation code.</param>
public sealed record HopView(string Component, string Kind, string Text, bool Passed, string? Code);
