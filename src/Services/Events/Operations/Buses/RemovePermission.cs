using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>Takes a statement, or all, out of the policy of a bus.</summary>
public sealed class RemovePermission : IWriteOperation<RemovePermissionRequest, RemovePermissionResult>
{
    /// <inheritdoc/>
    public RemovePermissionResult Run(RemovePermissionRequest request, Call call)
    {
        var name = BusRules.Named(call, request.EventBusName);
        var bus = BusRules.Find(call, call.Scope, name)!;
        if (request.RemoveAllPermissions != true && request.StatementId is null)
            throw Errors.Validation("Parameter StatementId or RemoveAllPermissions must be specified.");
        var policy = request.RemoveAllPermissions == true ? null : BusPolicy.Without(bus.Policy, request.StatementId!);
        call.Write(Tables.Buses).Put(bus with { Policy = policy, Modified = call.Now });
        return new();
    }
}
