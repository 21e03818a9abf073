using System.ComponentModel;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>What the comparison with the kernel needs of the machine.</summary>
internal static class KernelTools
{
    private const string Features = """
        table ip probe {
         chain leaving {
          type nat hook postrouting priority 100; policy accept;
          meta l4proto { tcp, udp } snat to 192.0.2.1:1024-65535
         }
         chain entering {
          type filter hook prerouting priority -300; policy accept;
          ct state established accept
          ip saddr set ip saddr map { 192.0.2.1 : 192.0.2.2 }
         }
        }

        """;

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
            using var probe = NetworkNamespace.TryMake(
                new NamespacePlan("probe") { Forwards4 = true, Forwards6 = true }.Switches);
            if (probe is null)
                return "making network namespaces is not permitted (it takes root, with CAP_SYS_ADMIN)";
            probe.Feed("ip", "-batch -", "link add name probe0 type veth peer name probe1\n");
            probe.Feed("nft", "-f -", Features);
            return null;
        }
        catch (Exception refusal) when (
            refusal is InvalidOperationException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            return $"the kernel refuses what is needed ({refusal.Message.Split('\n')[0]})";
        }
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder =>
            folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
