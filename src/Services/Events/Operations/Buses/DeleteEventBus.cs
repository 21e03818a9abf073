using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>
/// Deletes an event bus; that there is none is no error. Its rules must be gone. Source: EventBridge API
/// Reference.
/// </summary>
public sealed class DeleteEventBus : IWriteOperation<DeleteEventBusRequest, DeleteEventBusResult>
{
    /// <inheritdoc/>
    public DeleteEventBusResult Run(DeleteEventBusRequest request, Call call)
    {
        var name = request.Name!;
        if (name == Names.Default)
            throw Errors.Validation("Cannot delete event bus default.");
        if (call.Read(Tables.Rules).HasAny(Tables.RulesByBus, name))
            throw Errors.Validation($"Event bus {name} can't be deleted since it has rules.");
        call.Write(Tables.Buses).Remove(new(name));
        return new();
    }
}
