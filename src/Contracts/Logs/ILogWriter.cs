using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Logs;

/// <summary>
/// Writes into log groups for other services: flow logs, functions, process bodies. CloudWatch Logs offers it.
/// </summary>
public interface ILogWriter
{
    /// <summary>Whether there is a log group of this name in the call's account and region.</summary>
    bool HasGroup(ReadCall call, string group);

    /// <summary>Why a log group takes nothing now: its key of KMS cannot be used; null where all is well.</summary>
    DeliveryObstacle? Obstacle(ReadCall call, string group);

    /// <summary>
    /// Appends events in order of time to a stream, making group and stream where they are missing, as part of the
    /// call.
    /// </summary>
    void Write(Call call, string group, string stream, IReadOnlyList<LogLine> lines);
}
