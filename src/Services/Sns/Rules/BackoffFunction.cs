namespace Orrery.Services.Sns.Rules;

/// <summary>How the waits of the backoff phase grow.</summary>
internal enum BackoffFunction
{
    /// <summary>In equal steps.</summary>
    Linear,

    /// <summary>In steps that grow by an equal amount.</summary>
    Arithmetic,

    /// <summary>In steps that double.</summary>
    Geometric,

    /// <summary>By an equal factor.</summary>
    Exponential,
}
