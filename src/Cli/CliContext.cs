namespace Orrery.Cli;

/// <summary>What a command may touch of the process that it runs in, so that a test can stand in for it.</summary>
public sealed record CliContext
{
    /// <summary>Where answers go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where complaints go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens where a server's log goes, and where bytes go that are no text.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>Whether answers go to a terminal.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether complaints go to a terminal.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>The columns of the terminal.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Looks up an environment variable.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Makes what carries requests to a running Orrery.</summary>
    public Func<HttpMessageHandler> Transport { get; init; } = static () => new SocketsHttpHandler { UseProxy = false };

    /// <summary>The process itself.</summary>
    public static CliContext OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        IsTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? WidthOfPipes : Math.Max(Console.WindowWidth, 40),
        Environment = System.Environment.GetEnvironmentVariable,
    };

    /// <summary>No line is broken for a program that reads it.</summary>
    private const int WidthOfPipes = 400;
}
