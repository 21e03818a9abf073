namespace Orrery.Host.Drawing;

/// <summary>Where links meet a VPC, a transit gateway or a virtual private gateway.</summary>
/// <param name="X">The left edge of a VPC; of others where their first link is.</param>
/// <param name="Depth">How many boxes of its stack stand between a VPC and the links.</param>
/// <param name="Region">The region that it is in.</param>
internal sealed record Port(int X, int Depth, Region Region)
{
    /// <summary>Whether it is a transit gateway's.</summary>
    public bool IsHub { get; init; }

    /// <summary>The VPC of a virtual private gateway.</summary>
    public string? Vpc { get; init; }

    /// <summary>How many attachments come before the other links of a VPC.</summary>
    public int Attachments { get; init; }

    /// <summary>For a VPC within a stack: the x of its first line beside the stack.</summary>
    public int Gutter { get; init; }
}
