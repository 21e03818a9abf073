using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orrery.Services.Sqs.Rules;

/// <summary>What a task handle says: task and source.</summary>
/// <param name="Id">The task.</param>
/// <param name="SourceArn">The queue that messages are taken from.</param>
internal sealed record TaskHandle(string Id, string SourceArn)
{
    /// <summary>The handle.</summary>
    public string Text => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        new JsonObject { ["taskId"] = Id, ["sourceArn"] = SourceArn }.ToJsonString()));

    /// <summary>Reads a handle.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue.</exception>
    public static TaskHandle Parse(string? text)
    {
        var bytes = new byte[(text ?? "").Length];
        if (Convert.TryFromBase64String(text ?? "", bytes, out var length))
        {
            try
            {
                using var document = JsonDocument.Parse(bytes.AsMemory(0, length));
                var root = document.RootElement;
                if (root.ValueKind == JsonValueKind.Object
                    && root.TryGetProperty("taskId", out var id) && root.TryGetProperty("sourceArn", out var arn))
                    return new(id.ToString(), arn.ToString());
            }
            catch (JsonException)
            {
                // Refused below.
            }
        }
        throw Errors.Value("Value for parameter TaskHandle is invalid.");
    }
}
