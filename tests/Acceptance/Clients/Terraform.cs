using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Clients;

/// <summary>The real Terraform with its AWS provider, on a copy of a configuration.</summary>
internal sealed class Terraform : IAsyncDisposable
{
    private const string Provider = "registry.terraform.io/hashicorp/aws";

    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;

    private Terraform(string folder, Dictionary<string, string> environment)
    {
        _folder = folder;
        _environment = environment;
    }

    /// <summary>
    /// Copies a configuration and initializes it; skips the test, saying so, where the provider is not to be had.
    /// </summary>
    public static async Task<Terraform> StartAsync(string configuration, OrreryHost orrery)
    {
        var folder = Directory.CreateTempSubdirectory("orrery-terraform-").FullName;
        foreach (var file in Directory.EnumerateFiles(configuration, "*.tf"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var environment = Aws.Environment(orrery);
        environment["TF_VAR_endpoint"] = environment["AWS_ENDPOINT_URL"];
        // Go asks it about names below .localhost, which the system may not resolve, and not about localhost itself.
        environment["HTTP_PROXY"] = environment["AWS_ENDPOINT_URL"];
        environment["TF_IN_AUTOMATION"] = "1";
        environment["CHECKPOINT_DISABLE"] = "1";

        // Half the time of Terraform and its provider is their garbage collector: it may let more lie.
        environment["GOGC"] = "400";
        environment["TF_CLI_CONFIG_FILE"] = await ConfigurationAsync(folder);
        var terraform = new Terraform(folder, environment);
        var init = await terraform.RunAsync("init", "-no-color", "-input=false");
        if (init.ExitCode != 0)
        {
            await terraform.DisposeAsync();
            Assert.Skip($"Terraform's AWS provider is not to be had: {init.Errors.Trim()}");
        }

        return terraform;
    }

    /// <summary>Sets a variable of the configuration for what follows.</summary>
    public void Set(string variable, string value) => _environment[$"TF_VAR_{variable}"] = value;

    /// <summary>Makes what the configuration says.</summary>
    public async Task ApplyAsync() => Succeeds(await RunAsync("apply", "-no-color", "-auto-approve", "-input=false"));

    /// <summary>Plans; 0 where nothing is to change, 2 where something is.</summary>
    public async Task<int> PlanAsync()
    {
        var result = await RunAsync("plan", "-no-color", "-detailed-exitcode", "-input=false");
        Assert.True(result.ExitCode is 0, result.All);
        return result.ExitCode;
    }

    /// <summary>An output as JSON.</summary>
    public async Task<string> OutputAsync(string name) => (await RunAsync("output", "-json", name)).Output;

    /// <summary>Takes everything down.</summary>
    public async Task DestroyAsync() =>
        Succeeds(await RunAsync("destroy", "-no-color", "-auto-approve", "-input=false"));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Succeeds(ClientResult result) => Assert.True(result.ExitCode == 0, result.All);

    private Task<ClientResult> RunAsync(params IReadOnlyList<string> arguments) =>
        ClientProcess.RunAsync("terraform", arguments, _environment, _folder);

    // Where a machine keeps a copy of the provider, it is taken from there; else Terraform asks its registry.
    private static async Task<string> ConfigurationAsync(string folder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string?[] places =
        [
            Environment.GetEnvironmentVariable("ORRERY_TERRAFORM_MIRROR"), "/opt/tf-plugins",
            "/usr/local/share/terraform/plugins", Path.Combine(home, ".terraform.d", "plugins"),
        ];
        var mirror = places.OfType<string>().FirstOrDefault(place => Directory.Exists(Path.Combine(place, Provider)));
        var file = Path.Combine(folder, "orrery.tfrc");
        var text = mirror is null
            ? ""
            : $"provider_installation {{\n  filesystem_mirror {{ path = \"{mirror}\" }}\n}}\n";
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
