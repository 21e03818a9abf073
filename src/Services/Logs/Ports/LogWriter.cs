using Orrery.Contracts.Delivery;
using Orrery.Contracts.Logs;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Ports;

/// <summary>Writes for other services. Events that PutLogEvents would reject are dropped.</summary>
internal sealed class LogWriter : ILogWriter
{
    /// <inheritdoc/>
    public bool HasGroup(ReadCall call, string group) => call.Read(Tables.Groups).Contains(new(group));

    /// <inheritdoc/>
    public DeliveryObstacle? Obstacle(ReadCall call, string group) =>
        call.Read(Tables.Groups).Find(new(group)) is { } found ? GroupKeys.Obstacle(call, call.Scope, found) : null;

    /// <inheritdoc/>
    public void Write(Call call, string group, string stream, IReadOnlyList<LogLine> lines)
    {
        if (call.Read(Tables.Groups).Find(new(group)) is not { } target)
        {
            target = new GroupRecord { Name = new(group), CreationTime = call.Now };
            call.Write(Tables.Groups).Put(target);
        }

        var events = lines.Select(l => new InputLogEvent { Timestamp = l.At.Ms(), Message = l.Message })
            .OrderBy(e => e.Timestamp).ToList();
        var place = call.Read(Tables.Streams).Find(PartKey.Of(group, stream))
            ?? Appender.NewStream(call, group, stream);
        Appender.Append(call, target, place, events);
    }
}
