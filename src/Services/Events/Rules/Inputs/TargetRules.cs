using System.Collections.Immutable;
using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Rules.Inputs;

/// <summary>Checks a target and keeps it as it was given.</summary>
internal static class TargetRules
{
    private const int MostVariables = 100;

    /// <summary>The record of a target.</summary>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static TargetRecord Read(ReadCall call, Target target)
    {
        RefuseUnserved(target);
        var record = new TargetRecord
        {
            Id = target.Id!,
            Arn = target.Arn!,
            Role = target.RoleArn,
            Input = target.Input,
            InputPath = target.InputPath,
            Paths = target.InputTransformer?.InputPathsMap?.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Template = target.InputTransformer?.InputTemplate,
            GroupId = target.SqsParameters?.MessageGroupId,
            DeadLetterArn = target.DeadLetterConfig?.Arn,
            MaxAttempts = target.RetryPolicy?.MaximumRetryAttempts,
            MaxAge = target.RetryPolicy?.MaximumEventAgeInSeconds,
        };
        Check(call, record);
        return record;
    }

    private static void Check(ReadCall call, TargetRecord target)
    {
        if (!Destinations.Knows(call, target.Arn))
            throw Errors.Validation(
                $"Parameter {target.Arn} is not valid. Reason: Orrery has no service that takes events under it.");
        var isQueue = Names.Parts(target.Arn, "sqs") is not null;
        var isFifo = isQueue && target.Arn.EndsWith(".fifo", StringComparison.Ordinal);
        if (isFifo != target.GroupId is not null)
        {
            throw Errors.Validation(isFifo
                ? $"Parameter(s) SqsParameters must be specified for target: {target.Id}."
                : $"Parameter(s) SqsParameters not valid for target {target.Id}: it is no FIFO queue.");
        }

        if (target.DeadLetterArn is { } queue
            && (Names.Parts(queue, "sqs") is not { } parts || parts.Scope.Region != call.Region))
        {
            throw Errors.Validation(
                $"Parameter DeadLetterConfig.Arn {queue} is not valid. Reason: it is no SQS queue of this Region.");
        }

        CheckInput(target);
    }

    private static void CheckInput(TargetRecord target)
    {
        var given = new[] { target.Input, target.InputPath, target.Template }.Count(i => i is not null);
        if (given > 1)
            throw Errors.Validation(
                $"Only one of Input, InputPath, or InputTransformer must be provided for target {target.Id}.");
        if (given > 0 && Names.BusOf(target.Arn) is not null)
            throw Errors.NotServed("Input, InputPath and InputTransformer of an event bus as target");
        if (target.Input is { } input && !IsJson(input))
            throw Errors.Validation($"JSON syntax error in input for target {target.Id}.");
        if (target.InputPath is { } path && !JsonPath.IsValid(path))
            throw Errors.Validation($"Invalid InputPath for target {target.Id}: {path}.");
        if (target.Template is { } template)
            CheckTemplate(target, template);
    }

    private static void CheckTemplate(TargetRecord target, string template)
    {
        var paths = target.Paths ?? ImmutableSortedDictionary<string, string>.Empty;
        if (paths.Count > MostVariables)
            throw Errors.Validation($"InputPathsMap of target {target.Id} has more than 100 variables.");
        foreach (var (name, path) in paths)
        {
            if (name.StartsWith("AWS", StringComparison.OrdinalIgnoreCase) || !JsonPath.IsValid(path))
                throw Errors.Validation($"Invalid InputPathsMap for target {target.Id}: {name} = {path}.");
        }

        var known = paths.Keys.Concat(ReservedVariables.Names).ToHashSet(StringComparer.Ordinal);
        if (InputTemplate.NamesIn(template).FirstOrDefault(n => !known.Contains(n)) is { } unknown)
            throw Errors.Validation($"InputTemplate for target {target.Id} contains invalid placeholder {unknown}.");
        var sample = InputTemplate.Fill(template, known.ToDictionary(n => n, string? (_) => "\"\""));
        if (template.TrimStart() is ['{' or '[', ..] && !IsJson(sample))
            throw Errors.Validation($"Invalid InputTemplate for target {target.Id}: it is not valid JSON.");
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void RefuseUnserved(Target t)
    {
        var unserved = new (object? Given, string Name)[]
        {
            (t.KinesisParameters, "KinesisParameters"), (t.RunCommandParameters, "RunCommandParameters"),
            (t.EcsParameters, "EcsParameters"), (t.BatchParameters, "BatchParameters"),
            (t.HttpParameters, "HttpParameters"), (t.RedshiftDataParameters, "RedshiftDataParameters"),
            (t.SageMakerPipelineParameters, "SageMakerPipelineParameters"), (t.AppSyncParameters, "AppSyncParameters"),
        };
        if (unserved.FirstOrDefault(u => u.Given is not null) is { Name: { } name })
            throw Errors.NotServed($"{name} of targets");
    }
}
