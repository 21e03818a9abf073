namespace Orrery.Tests.Differential.Kernel;

/// <summary>What the comparison with the kernel needs of the machine.</summary>
internal static class KernelTools
{
    /// <summary>What is missing, as a sentence without its end; null where nothing is.</summary>
    public static string? Missing()
    {
        if (!OperatingSystem.IsLinux())
            return "this is not Linux";
        foreach (var (program, package) in new[] { ("ip", "iproute2"), ("nft", "nftables") })
            if (!IsInstalled(program))
                return $"{program} is not installed (apt-get install {package})";
        try
        {
            using var probe = NetworkNamespace.TryMake([]);
            if (probe is null)
                return "making network namespaces is not permitted (it takes root, or CAP_SYS_ADMIN and CAP_NET_ADMIN)";
            probe.Feed("nft", "-f -", "table inet probe { chain c { ct state established accept; }\n }\n");
            return null;
        }
        catch (InvalidOperationException refusal)
        {
            return $"the kernel refuses what is needed ({refusal.Message.Split('\n')[0]})";
        }
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder =>
            folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
