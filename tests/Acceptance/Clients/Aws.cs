using System.Text.Json;
using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Clients;

/// <summary>The real aws CLI against an Orrery of the test's own.</summary>
internal sealed class Aws
{
    private const string Refusal = "An error occurred (";

    private readonly Dictionary<string, string> _environment;

    /// <summary>The CLI as the root user of the default account.</summary>
    public Aws(OrreryHost orrery)
        : this(Environment(orrery.Endpoint))
    {
    }

    /// <summary>The CLI against an Orrery that is a process of its own.</summary>
    public Aws(Uri endpoint)
        : this(Environment(endpoint))
    {
    }

    private Aws(Dictionary<string, string> environment) => _environment = environment;

    /// <summary>The environment that points clients at an Orrery.</summary>
    public static Dictionary<string, string> Environment(OrreryHost orrery) => Environment(orrery.Endpoint);

    private static Dictionary<string, string> Environment(Uri endpoint) => new()
    {
        ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_PAGER"] = "",
        ["AWS_CONFIG_FILE"] = "/nonexistent",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    /// <summary>Runs a command that must succeed; its JSON output, or null where there is none.</summary>
    public async Task<JsonElement> RunAsync(string command)
    {
        var result = await TryAsync(command);
        Assert.True(result.ExitCode == 0, $"aws {command}\n{result.All}");
        return result.Output.Length == 0 ? default : JsonDocument.Parse(result.Output).RootElement;
    }

    /// <summary>Runs a command that must succeed; what it wrote.</summary>
    public async Task<string> TextAsync(string command)
    {
        var result = await ClientProcess.RunAsync(
            "aws", command.Split(' ', StringSplitOptions.RemoveEmptyEntries), _environment);
        Assert.True(result.ExitCode == 0, $"aws {command}\n{result.All}");
        return result.Output;
    }

    /// <summary>Runs a command that must be refused; the error code that the CLI shows.</summary>
    public async Task<string> RefusedAsync(string command)
    {
        var errors = await ErrorAsync(command);
        var start = errors.IndexOf(Refusal, StringComparison.Ordinal) + Refusal.Length;
        return start < Refusal.Length ? errors : errors[start..errors.IndexOf(')', start)];
    }

    /// <summary>Runs a command that must be refused; the error as the CLI shows it.</summary>
    public async Task<string> ErrorAsync(string command)
    {
        var result = await TryAsync(command);
        Assert.True(result.ExitCode != 0, $"aws {command} was not refused\n{result.All}");
        return result.Errors;
    }

    /// <summary>The CLI with other credentials: as STS gives them, or an access key of IAM.</summary>
    public Aws With(JsonElement credentials)
    {
        var environment = new Dictionary<string, string>(_environment)
        {
            ["AWS_ACCESS_KEY_ID"] = credentials.GetProperty("AccessKeyId").GetString()!,
            ["AWS_SECRET_ACCESS_KEY"] = credentials.GetProperty("SecretAccessKey").GetString()!,
        };
        if (credentials.TryGetProperty("SessionToken", out var token))
            environment["AWS_SESSION_TOKEN"] = token.GetString()!;
        return new(environment);
    }

    /// <summary>
    /// The CLI with Orrery as its proxy: it reaches all names below <c>.localhost</c>, also where the system resolves
    /// none of them.
    /// </summary>
    public Aws ByProxy() => new(new Dictionary<string, string>(_environment)
    {
        ["http_proxy"] = _environment["AWS_ENDPOINT_URL"],
    });

    /// <summary>The CLI as the root user of an account.</summary>
    public Aws In(string account) =>
        new(new Dictionary<string, string>(_environment) { ["AWS_ACCESS_KEY_ID"] = account });

    private Task<ClientResult> TryAsync(string command) => ClientProcess.RunAsync(
        "aws", [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--output", "json"], _environment);
}
