using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Orrery.Tests.Differential.Policies;

/// <summary>
/// A Node.js process that asks the npm package @cloud-copilot/iam-simulate. npm puts the package below artifacts, which
/// is not part of the repository: it is run, and nothing of it is kept.
/// </summary>
internal sealed class IamSimulatePeer
{
    private const string Package = "@cloud-copilot/iam-simulate@0.1.173";

    private readonly string _folder;

    private IamSimulatePeer(string folder) => _folder = folder;

    /// <summary>The peer; null where node, npm or the package cannot be had.</summary>
    public static IamSimulatePeer? Find()
    {
        var folder = Path.GetFullPath(Path.Combine(Here(), "../../../artifacts/peers/iam-simulate"));
        try
        {
            var installed = Path.Combine(folder, "node_modules/@cloud-copilot/iam-simulate/package.json");
            if (!File.Exists(installed))
            {
                Directory.CreateDirectory(folder);
                if (Run("npm", "install", "--prefix", folder, "--no-audit", "--no-fund", Package) != 0) return null;
            }

            return Run("node", "--version") == 0 && File.Exists(installed) ? new(folder) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Asks all questions in one process; the answers come in their order.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(IReadOnlyList<string> questions)
    {
        using var node = Process.Start(Start("node", Path.Combine(Here(), "iam_simulate_peer.mjs"), _folder))!;
        var writing = Task.Run(async () =>
        {
            foreach (var question in questions) await node.StandardInput.WriteLineAsync(question);
            node.StandardInput.Close();
        });
        var answers = new List<string>(questions.Count);
        while (await node.StandardOutput.ReadLineAsync() is { } line) answers.Add(line);
        await writing;
        await node.WaitForExitAsync();
        return answers.Count == questions.Count
            ? answers
            : throw new InvalidOperationException(await node.StandardError.ReadToEndAsync());
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(Start(program, arguments))!;
        process.StandardInput.Close();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static ProcessStartInfo Start(string program, params string[] arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
