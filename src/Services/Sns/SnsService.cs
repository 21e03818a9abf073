using Orrery.Operations;

namespace Orrery.Services.Sns;

/// <summary>SNS as a part of the house.</summary>
public static class SnsService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "sns",
        Operations = [],
    };
}
