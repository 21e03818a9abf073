namespace Orrery.Host.Drawing;

/// <summary>A rectangle, in pixels.</summary>
internal readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public int MidX => X + (Width / 2);

    public int MidY => Y + (Height / 2);

    /// <summary>Whether two of them share more than a border.</summary>
    public bool Overlaps(Box other) =>
        X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>Whether another one is wholly within it.</summary>
    public bool Contains(Box other) =>
        X <= other.X && Y <= other.Y && Right >= other.Right && Bottom >= other.Bottom;
}
