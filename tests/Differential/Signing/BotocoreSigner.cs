using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Orrery.Tests.Differential.Signing;

/// <summary>Lets botocore sign many requests in one python process.</summary>
internal static class BotocoreSigner
{
    private const string Script = """
        import json, sys
        from urllib.parse import urlsplit
        from botocore.auth import SigV4Auth, SigV4QueryAuth, S3SigV4Auth, S3SigV4QueryAuth
        from botocore.awsrequest import AWSRequest
        from botocore.credentials import Credentials
        kinds = {"header": SigV4Auth, "query": SigV4QueryAuth, "s3": S3SigV4Auth, "s3query": S3SigV4QueryAuth}
        for line in sys.stdin:
            case = json.loads(line)
            keys = Credentials(case["Key"], case["Secret"], case["Token"])
            request = AWSRequest(case["Method"], case["Url"], case["Headers"], case["Body"].encode())
            request.context["payload_signing_enabled"] = True
            kinds[case["Kind"]](keys, case["Service"], case["Region"]).add_auth(request)
            sent = request.prepare()
            url = urlsplit(sent.url)
            headers = {k: v.decode() if isinstance(v, bytes) else v for k, v in sent.headers.items()}
            headers.setdefault("Host", url.netloc)
            print(json.dumps({"Path": url.path, "Query": url.query, "Headers": headers}))
        """;

    /// <summary>Signs all cases, in order; null where python3 or botocore is missing.</summary>
    public static IReadOnlyList<SignedCase>? Sign(IReadOnlyList<SigningCase> cases)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Script])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var output = python.StandardOutput.ReadToEndAsync();
            var error = python.StandardError.ReadToEndAsync();
            foreach (var one in cases) Write(python, one);
            Close(python);
            python.WaitForExit();
            if (error.Result.Contains("ModuleNotFoundError", StringComparison.Ordinal)) return null;
            Assert.True(python.ExitCode == 0, error.Result);
            return [.. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<SignedCase>(line)!)];
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void Close(Process python)
    {
        try
        {
            python.StandardInput.Close();
        }
        catch (IOException)
        {
            // As for writing.
        }
    }

    // A child that fails at once closes its end; why it failed is told by its error output.
    private static void Write(Process python, SigningCase one)
    {
        try
        {
            python.StandardInput.WriteLine(JsonSerializer.Serialize(one));
        }
        catch (IOException)
        {
        }
    }
}
