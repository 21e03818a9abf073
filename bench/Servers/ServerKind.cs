namespace Orrery.Bench.Servers;

/// <summary>A server to measure, and how to start it.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Command">The program and its arguments, for a port.</param>
public sealed record ServerKind(string Name, Func<int, IReadOnlyList<string>> Command)
{
    /// <summary>The share of requests that it may refuse; those are not counted.</summary>
    public double MayRefuse { get; init; }

    /// <summary>Orrery as people start it: the world in a SQLite file, a line of log a request.</summary>
    /// <param name="program">The binary, or a .dll.</param>
    /// <param name="options">What else stands on the command line.</param>
    public static ServerKind Orrery(string program, params IReadOnlyList<string> options) => new(
        string.Join(' ', ["orrery", .. options]),
        port => [.. Run(program), "up", "--port", $"{port}", .. options]);

    /// <summary>The bare Kestrel program.</summary>
    public static ServerKind Bare(string program) => new("bare Kestrel", port => [.. Run(program), $"{port}"]);

    /// <summary>
    /// Moto's server, where it is installed; otherwise null. It answers 500 to a request in a thousand where several
    /// connections put the same object.
    /// </summary>
    public static ServerKind? Moto() => Installed("moto_server") is { } found
        ? new("moto_server", port => [found, "-p", $"{port}"]) { MayRefuse = 0.01 }
        : null;

    /// <summary>
    /// Nginx as people serve files with it, a process for each core, where it is installed; otherwise null. It serves
    /// one file of zeros, and says 200 to whatever else a benchmark sends before it measures.
    /// </summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="length">How many bytes it has.</param>
    public static ServerKind? Nginx(string path, int length) => Installed("nginx") is not { } found
        ? null
        : new(
            "nginx",
            port =>
            [
                "/bin/sh", "-c",
                $$"""
                mkdir -p ".{{Path.GetDirectoryName(path)}}" && head -c {{length}} /dev/zero >".{{path}}"
                cat >nginx.conf <<END
                user root;
                worker_processes auto;
                pid nginx.pid;
                events { worker_connections 256; }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 100000000;
                    client_max_body_size 8m;
                    client_body_temp_path temp-body;
                    proxy_temp_path temp-proxy;
                    fastcgi_temp_path temp-fastcgi;
                    uwsgi_temp_path temp-uwsgi;
                    scgi_temp_path temp-scgi;
                    server {
                        listen 127.0.0.1:{{port}};
                        root $PWD;
                        location = / { return 200; }
                        location / { if (\$request_method = PUT) { return 200; } }
                    }
                }
                END
                exec "{{found}}" -p "$PWD" -c nginx.conf -e stderr -g 'daemon off;'
                """,
            ]);

    // Debian puts servers where only root looks for programs.
    private static string? Installed(string name) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin".Split(':')
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    private static string[] Run(string program) => program.EndsWith(".dll") ? ["dotnet", "exec", program] : [program];
}
