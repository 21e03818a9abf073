using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Loops;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;

namespace Orrery.Services.Logs.Ports;

/// <summary>
/// Log groups as targets of EventBridge rules. A body <c>{"timestamp":…,"message":…}</c>, as an input transformer makes
/// it, gives time and text (EventBridge User Guide, "Amazon CloudWatch Logs as a target"); any other is the text. The
/// names of the streams that EventBridge makes look like UUIDs; here one for each source and hour (guessed).
/// </summary>
internal sealed class GroupDestination : IDestination
{
    /// <inheritdoc/>
    public string Service => "logs";

    /// <inheritdoc/>
    public DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery) => Arns.Parse(delivery.TargetArn) is { } target
        ? call.Read(Tables.Groups, target.Scope).Find(new(target.Name)) is { } group
            ? GroupKeys.Obstacle(call, target.Scope, group)
            : new(ObstacleKind.NoResource, $"The log group {target.Name} does not exist")
        : new(ObstacleKind.NoResource, $"{delivery.TargetArn} is not the ARN of a log group");

    /// <inheritdoc/>
    public void Deliver(Call call, Delivery delivery)
    {
        if (Obstacle(call, delivery) is { } obstacle)
        {
            throw Errors.NotFound(obstacle.Text);
        }

        var target = Arns.Parse(delivery.TargetArn)!.Value;
        var (at, message) = Read(delivery.Body, call.Now);
        if (target.Scope == call.Scope)
        {
            new LogWriter().Write(call, target.Name, StreamOf(call, delivery), [new(at, message)]);
        }
        else
        {
            var post = new PostRecord(target.Name, StreamOf(call, delivery), at, message);
            var subject = JsonSerializer.Serialize(post, LogsJson.Default.PostRecord);
            call.Schedule(PostLoop.TimerKind, call.Now, subject, target.Scope);
        }
    }

    private static string StreamOf(Call call, Delivery delivery)
    {
        var hour = call.Now.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        var source = Encoding.UTF8.GetBytes($"{delivery.Source} {delivery.SourceArn} {hour}");
        var hex = Convert.ToHexStringLower(SHA256.HashData(source));
        return $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..32]}";
    }

    private static (DateTimeOffset At, string Message) Read(string body, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.EnumerateObject().Count() == 2
                && root.TryGetProperty("timestamp", out var time)
                && root.TryGetProperty("message", out var message))
            {
                return (TimeOf(time) ?? now, message.ValueKind == JsonValueKind.String
                    ? message.GetString()!
                    : message.GetRawText());
            }
        }
        catch (JsonException)
        {
            // Not JSON: the body is the text.
        }

        return (now, body);
    }

    private static DateTimeOffset? TimeOf(JsonElement time) =>
        time.ValueKind == JsonValueKind.Number && time.TryGetInt64(out var ms)
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out var at) ? at : null;
}
