using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Orrery.CodeGen.Distilling;

/// <summary>The data folder of an installed botocore: AWS's service models.</summary>
internal static class BotocoreData
{
    /// <summary>Asks python3 where botocore keeps its data.</summary>
    public static string Find()
    {
        const string Script = "import botocore,os;print(os.path.join(os.path.dirname(botocore.__file__),'data'))";
        using var python =
            Process.Start(new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardOutput = true })!;
        var path = python.StandardOutput.ReadToEnd().Trim();
        python.WaitForExit();
        return Directory.Exists(path) ? path : throw new InvalidOperationException("botocore is not installed.");
    }

    /// <summary>A file of a service's newest API version, or null.</summary>
    public static JsonObject? Read(string data, string service, string file)
    {
        var newest = Directory.GetDirectories(Path.Combine(data, service)).Order(StringComparer.Ordinal).Last();
        var plain = Path.Combine(newest, file);
        if (File.Exists(plain)) return JsonNode.Parse(File.ReadAllBytes(plain))!.AsObject();
        if (!File.Exists(plain + ".gz")) return null;
        using var packed = new GZipStream(File.OpenRead(plain + ".gz"), CompressionMode.Decompress);
        return JsonNode.Parse(packed)!.AsObject();
    }
}
