using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Scheduling;

namespace Orrery.Services.Events.Rules.Keys;

/// <summary>
/// Customer managed keys of schedules: who makes or reads a schedule needs the key, and to invoke it the scheduler
/// decrypts its input with the execution role. Sources: EventBridge Scheduler User Guide, "Encryption at rest"; that
/// <c>kms:Decrypt</c> is all that the role needs: aws-cdk pull request 31923. Guessed: the errors.
/// </summary>
internal static class ScheduleKeys
{
    private const string Denied = "AccessDeniedException";
    private const int Forbidden = 403;

    private static readonly string[] ToWrite = ["DescribeKey", "GenerateDataKey", "Decrypt"];
    private static readonly string[] ToRead = ["Decrypt"];

    /// <summary>The key of a request, if the caller can use it; null where it has none.</summary>
    /// <exception cref="ServiceException">ValidationException, AccessDeniedException.</exception>
    public static string? Checked(ReadCall call, string? key, string schedule)
    {
        if (key is null) return null;
        if (call.FindPort<IKeys>() is null) throw Errors.NotServed("KmsKeyArn without KMS");
        Check(call, key, schedule, ToWrite);
        return key;
    }

    /// <summary>Refuses who may not read a schedule.</summary>
    /// <exception cref="ServiceException">ValidationException, AccessDeniedException.</exception>
    public static void CheckRead(ReadCall call, string? key, string schedule)
    {
        if (key is not null) Check(call, key, schedule, ToRead);
    }

    /// <summary>Why an invocation cannot be decrypted; null where it can.</summary>
    public static DeliveryObstacle? Obstacle(ReadCall call, AttemptRecord attempt)
    {
        if (attempt.KeyArn is not { } key) return null;
        var use = Use(key, attempt.SourceArn) with
        {
            By = new(ScheduleTargets.Principal, attempt.SourceArn) { Role = attempt.Role },
        };
        return call.FindPort<IKeys>()?.Refusal(call, use, ToRead) is { } refusal
            ? KeyRefusals.AsObstacle(refusal)
            : null;
    }

    private static void Check(ReadCall call, string key, string schedule, string[] operations)
    {
        if (call.FindPort<IKeys>()?.Refusal(call, Use(key, schedule), operations) is not { } refusal) return;
        throw refusal.Code == Denied
            ? new ServiceException(Denied, refusal.Message, Forbidden) { Decision = refusal.Decision }
            : Errors.Validation($"The KMS key {key} cannot be used: {refusal.Message}");
    }

    private static KeyUse Use(string key, string schedule) => new(
        key, "scheduler",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["aws:scheduler:schedule:arn"] = schedule });
}
