using Orrery.Operations;

namespace Orrery.Services.CloudWatch;

/// <summary>CloudWatch as a part of the house.</summary>
public static class CloudWatchService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "cloudwatch",
        Operations = [],
    };
}
