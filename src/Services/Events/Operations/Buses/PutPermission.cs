using System.Text.Json.Nodes;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>
/// Lets another account, or everybody, put events on a bus: a statement of its policy, or the whole policy.
/// </summary>
public sealed class PutPermission : IWriteOperation<PutPermissionRequest, PutPermissionResult>
{
    /// <inheritdoc/>
    public PutPermissionResult Run(PutPermissionRequest request, Call call)
    {
        var name = BusRules.Named(call, request.EventBusName);
        var bus = BusRules.Find(call, call.Scope, name)!;
        var policy = request.Policy is { } whole
            ? BusPolicy.Checked(whole)
            : BusPolicy.With(bus.Policy, Statement(request, Names.Bus(call.Scope, name)));
        call.Write(Tables.Buses).Put(bus with { Policy = policy, Modified = call.Now });
        return new();
    }

    private static JsonObject Statement(PutPermissionRequest request, string arn)
    {
        if (request.Action is null || request.Principal is null || request.StatementId is null)
            throw Errors.Validation("Parameter(s) Action, Principal and StatementId, or Policy, must be specified.");
        if (request.Action != "events:PutEvents")
            throw Errors.Validation("Provided value in parameter 'action' is not supported.");
        var statement = new JsonObject
        {
            ["Sid"] = request.StatementId,
            ["Effect"] = "Allow",
            ["Principal"] = request.Principal == "*"
                ? "*"
                : new JsonObject { ["AWS"] = $"arn:aws:iam::{request.Principal}:root" },
            ["Action"] = request.Action,
            ["Resource"] = arn,
        };
        if (request.Condition is { } condition)
        {
            statement["Condition"] = new JsonObject
            {
                [condition.Type!] = new JsonObject { [condition.Key!] = condition.Value },
            };
        }

        return statement;
    }
}
