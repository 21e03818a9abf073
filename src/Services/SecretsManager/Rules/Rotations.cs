using System.Text;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Loops;
using Orrery.Services.SecretsManager.Records;

namespace Orrery.Services.SecretsManager.Rules;

/// <summary>
/// Rotations: the function is called for one step after the other, each when the one before has succeeded. Sources:
/// Secrets Manager User Guide, "Rotation by Lambda function", "Troubleshoot rotation"; API Reference, RotateSecret.
/// Guessed: a rotation that fails is begun anew up to five times, a minute apart, and again in the next window.
/// </summary>
internal static class Rotations
{
    private const string Service = "secretsmanager.amazonaws.com";
    private const string Test = "testSecret";
    private const int MostTries = 5;

    private static readonly string[] Steps = ["createSecret", "setSecret", Test, "finishSecret"];
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>The function that is to rotate a secret, and who runs it.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException, InvalidRequestException,
    /// AccessDeniedException.</exception>
    public static string Function(ReadCall call, SecretPlace place, string? wanted)
    {
        var function = wanted ?? place.Secret.RotationFunction
            ?? throw Errors.Request("No Lambda rotation function ARN is associated with this secret.");
        var rotator = call.FindPort<ISecretRotator>()
            ?? throw Errors.NotServed("RotationLambdaARN: rotation needs Lambda, which Orrery is without");
        if (!rotator.Knows(call, function)) throw Errors.Parameter($"There is no function {function}.");
        return IsLetIn(call, place, function) ? function : throw Errors.NoInvocation();
    }

    /// <summary>Refuses to begin while another rotation is not over.</summary>
    /// <exception cref="Core.ServiceException">InvalidRequestException.</exception>
    public static void CheckFree(ReadCall call, SecretPlace place, string token)
    {
        if (Pending(call, place) is { } pending && pending != token)
            throw Errors.Request("A previous rotation isn't complete. That rotation will be reattempted.");
    }

    /// <summary>Begins a rotation, or tries only whether the function opens the secret.</summary>
    public static void Begin(Call call, SecretPlace place, RunningRotation run)
    {
        if (run.IsTest) AddTrial(call, place, run.Token);
        else Versions.AddPending(call, place, run.Token);
        Ask(call, place, run with { Step = run.IsTest ? Test : Steps[0] });
    }

    /// <summary>Goes on, or ends, when a step has ended.</summary>
    public static void Ended(Call call, SecretPlace place, string? failure)
    {
        var run = place.Secret.Running!;
        if (run.IsTest)
        {
            Versions.Drop(call, place, run.Token);
            Secrets.Put(call, place, place.Secret with { Running = null });
        }
        else if (failure is not null)
        {
            Failed(call, place, run);
        }
        else if (run.Step != Steps[^1])
        {
            Ask(call, place, run with { Step = Steps[Array.IndexOf(Steps, run.Step) + 1] });
        }
        else if (Versions.All(call, place).Any(v => v.VersionId == run.Token && v.Stages.Contains(Versions.Current)))
        {
            Renew(call, place, place.Secret with { Running = null, RotatedAt = call.Now });
        }
        else
        {
            Failed(call, place, run);
        }
    }

    /// <summary>What is due: the next window, or one more try.</summary>
    public static void Due(Call call, SecretPlace place)
    {
        if (place.Secret is not { Rotates: true, DeletedAt: null, RotationFunction: { } function } secret) return;
        var isTry = secret.Running is not null;
        var run = secret.Running ?? new(Pending(call, place) ?? Uuids.New(call), "", 0, IsTest: false);
        if (call.FindPort<ISecretRotator>()?.Knows(call, function) is not true || !IsLetIn(call, place, function))
            Failed(call, place, run with { Tries = MostTries });
        else Begin(call, place, run with { Tries = isTry ? run.Tries : 1 });
    }

    /// <summary>A value that somebody put counts as a rotation where days are counted.</summary>
    public static void Renewed(Call call, SecretPlace place)
    {
        if (place.Secret is { Rotates: true, Running: null, Schedule.AfterDays: not null })
            Renew(call, place, place.Secret);
    }

    /// <summary>Makes the next rotation due when its window opens, and no other.</summary>
    public static void Plan(Call call, SecretPlace place)
    {
        call.Cancel(RotationLoop.TimerKind, place.Name, place.Scope);
        if (place.Secret is { Rotates: true, DeletedAt: null, Window: { } window })
            call.Schedule(RotationLoop.TimerKind, window.From, place.Name, place.Scope);
    }

    private static void Renew(Call call, SecretPlace place, SecretRecord changed)
    {
        var window = changed.Schedule is { } schedule ? RotationRules.Next(schedule, call.Now) : null;
        var days = window is null ? (long?)null : (long)(window.From - call.Now).TotalDays;
        Plan(call, Secrets.Put(call, place, changed with
        {
            Window = window, DaysBetween = days is > 0 ? days : null,
        }));
    }

    private static void Ask(Call call, SecretPlace place, RunningRotation run)
    {
        Secrets.Put(call, place, place.Secret with { Running = run });
        call.Port<ISecretRotator>().Begin(
            call, place.Secret.RotationFunction!, new(place.Arn, run.Token, run.Step));
    }

    private static void Failed(Call call, SecretPlace place, RunningRotation run)
    {
        call.Cancel(RotationLoop.TimerKind, place.Name, place.Scope);
        var isOver = run.Tries >= MostTries;
        Secrets.Put(call, place, place.Secret with
        {
            Running = isOver ? null : run with { Tries = run.Tries + 1, Step = "" },
        });
        var due = !isOver ? call.Now + Pause
            : place.Secret.Schedule is { } schedule ? RotationRules.Next(schedule, call.Now)?.From : null;
        if (due is { } at) call.Schedule(RotationLoop.TimerKind, at, place.Name, place.Scope);
    }

    // The version that a rotation did not get through.
    private static string? Pending(ReadCall call, SecretPlace place) => Versions.All(call, place)
        .FirstOrDefault(v => v.Stages.Contains(Versions.Pending) && !v.Stages.Contains(Versions.Current))?.VersionId;

    // What the function is to try is what is in use.
    private static void AddTrial(Call call, SecretPlace place, string token)
    {
        if (Versions.All(call, place).FirstOrDefault(v => v.Stages.Contains(Versions.Current)) is not { } current)
        {
            Versions.AddPending(call, place, token);
            return;
        }

        var bytes = Versions.Open(call, place, current);
        var value = current.IsBinary
            ? SecretValue.Of(null, new ReadOnlyMemory<byte>(bytes))
            : SecretValue.Of(Encoding.UTF8.GetString(bytes), null);
        Versions.Add(call, place, token, value!, [Versions.Pending]);
    }

    private static bool IsLetIn(ReadCall call, SecretPlace place, string function)
    {
        var delivery = new Delivery(function, Service, place.Arn, "") { SourceAccount = place.Scope.Account };
        return call.FindPort<IDeliveryJudge>()?.Refusal(call, delivery) is null;
    }
}
