using Orrery.Operations;

namespace Orrery.Services.Logs;

/// <summary>CloudWatch Logs as a part of the house.</summary>
public static class LogsService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "logs",
        Operations = [],
    };
}
