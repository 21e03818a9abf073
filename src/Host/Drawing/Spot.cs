namespace Orrery.Host.Drawing;

/// <summary>A point, in pixels.</summary>
internal readonly record struct Spot(int X, int Y);
