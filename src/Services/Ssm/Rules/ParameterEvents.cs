using System.Text;
using System.Text.Json;
using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Services.Ssm.Records;

namespace Orrery.Services.Ssm.Rules;

/// <summary>Tells the event bus of parameters. Source: EventBridge Events Reference, "Amazon EventBridge event patterns
/// and types for Systems Manager": Parameter Store Change, Parameter Store Policy Action.</summary>
internal static class ParameterEvents
{
    /// <summary>A parameter was made, changed, labelled or deleted.</summary>
    public static void Changed(Call call, ParameterRecord parameter, string operation) =>
        Put(call, parameter, "Parameter Store Change", ("operation", operation));

    /// <summary>
    /// A parameter was not made or changed, as its value names nothing. Source: Systems Manager User Guide, "Using
    /// native parameter support in Parameter Store for Amazon Machine Image IDs".
    /// </summary>
    public static void Failed(Call call, ParameterRecord parameter, string operation) =>
        Put(
            call, parameter, "Parameter Store Change", ("exception", "Unable to Describe Resource"),
            ("operation", operation));

    /// <summary>A policy did something.</summary>
    public static void PolicyActed(Call call, ParameterRecord parameter, string policy) =>
        Put(call, parameter, "Parameter Store Policy Action", ("policy-type", policy));

    private static void Put(
        Call call, ParameterRecord parameter, string type, params IReadOnlyList<(string Name, string Value)> parts)
    {
        if (call.FindPort<IEventBus>() is not { } bus || !bus.Hears(call, call.Scope)) return;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, value) in parts)
                json.WriteString(name, value);
            json.WriteString("name", parameter.Name.Value);
            json.WriteString("type", parameter.Latest.Type.ToString());
            if (parameter.Latest.DataType is { } dataType) json.WriteString("dataType", dataType);
            if (parameter.Latest.Description is { } description) json.WriteString("description", description);
            json.WriteEndObject();
        }

        bus.Put(call, new(
            call.Scope, "aws.ssm", type, [Parameters.Arn(call, parameter.Name.Value)],
            Encoding.UTF8.GetString(bytes.ToArray())));
    }
}
