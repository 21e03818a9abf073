using Orrery.Contracts.Delivery;
using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Rules.Scheduling;

/// <summary>
/// Targets of schedules: the templated ones for SQS, SNS and event buses. Source: EventBridge Scheduler User Guide,
/// "Using templated targets".
/// </summary>
internal static class ScheduleTargets
{
    /// <summary>The scheduler as policies name it.</summary>
    public const string Principal = "scheduler.amazonaws.com";

    /// <summary>The record of a target, and what it says of the event that it puts.</summary>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static (TargetRecord Target, EventBridgeParameters? Put) Read(ReadCall call, Target target)
    {
        RefuseUnserved(target);
        var arn = target.Arn!;
        if (Names.Parts(arn, "scheduler") is not null)
            throw Errors.NotServed($"universal targets of schedules: {arn}");
        if (!Destinations.Knows(call, arn))
            throw Errors.Validation($"Orrery has no service that takes invocations of schedules under the ARN {arn}.");
        CheckRole(call, target.RoleArn!);
        var isBus = Names.BusOf(arn) is not null;
        if (isBus != target.EventBridgeParameters is not null)
            throw Errors.Validation("EventBridgeParameters go with an event bus as target, and only with one.");
        var isFifo = Names.Parts(arn, "sqs") is not null && arn.EndsWith(".fifo", StringComparison.Ordinal);
        if (isFifo != target.SqsParameters?.MessageGroupId is not null)
            throw Errors.Validation(
                "SqsParameters.MessageGroupId goes with a FIFO queue as target, and only with one.");
        if (target.DeadLetterConfig?.Arn is { } queue
            && (Names.Parts(queue, "sqs") is not { } parts || parts.Scope.Region != call.Region))
        {
            throw Errors.Validation($"DeadLetterConfig.Arn {queue} is not the ARN of an SQS queue in this Region.");
        }

        var record = new TargetRecord
        {
            Id = "target",
            Arn = arn,
            Role = target.RoleArn,
            Input = target.Input,
            GroupId = target.SqsParameters?.MessageGroupId,
            DeadLetterArn = target.DeadLetterConfig?.Arn,
            MaxAttempts = target.RetryPolicy?.MaximumRetryAttempts,
            MaxAge = target.RetryPolicy?.MaximumEventAgeInSeconds,
        };
        return isBus && !ScheduleInput.IsObject(target.Input)
            ? throw Errors.Validation("Input must be a JSON object for an event bus as target.")
            : (record, target.EventBridgeParameters);
    }

    // Source: EventBridge Scheduler User Guide, "Setting up the execution role"; the text is as clients report it.
    private static void CheckRole(ReadCall call, string role)
    {
        if (call.FindPort<IRoleSessions>() is not { } roles || roles.Rights(call, role, Principal) is not null) return;
        throw Errors.Validation(
            "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
    }

    private static void RefuseUnserved(Target t)
    {
        var unserved = new (object? Given, string Name)[]
        {
            (t.EcsParameters, "EcsParameters"), (t.KinesisParameters, "KinesisParameters"),
            (t.SageMakerPipelineParameters, "SageMakerPipelineParameters"),
        };
        if (unserved.FirstOrDefault(u => u.Given is not null) is { Name: { } name })
            throw Errors.NotServed($"{name} of schedules");
    }
}
