namespace Orrery.Bench;

/// <summary>What a run of the benchmarks was asked for.</summary>
public sealed record BenchOptions
{
    /// <summary>The benchmarks to run; empty for all.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Smallest counts, one run, bars not judged: shows only that the benchmark works.</summary>
    public bool Tiny { get; init; }

    /// <summary>The program to measure: a native binary, or a .dll.</summary>
    public string Orrery { get; init; } = Path.GetFullPath("artifacts/publish/orrery");

    /// <summary>The bare Kestrel program: a native binary, or a .dll.</summary>
    public string Bare { get; init; } = Path.GetFullPath("artifacts/publish-bare/bare");

    /// <summary>The root of the repository.</summary>
    public string Root { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>One of two values, by size of the run.</summary>
    public T Sized<T>(T full, T tiny) => Tiny ? tiny : full;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">An option that is not known, or has no value.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var word))
        {
            options = word switch
            {
                "--tiny" => options with { Tiny = true },
                "--orrery" => options with { Orrery = Path.GetFullPath(Value()) },
                "--bare" => options with { Bare = Path.GetFullPath(Value()) },
                "--root" => options with { Root = Path.GetFullPath(Value()) },
                _ when word.StartsWith('-') => throw new ArgumentException($"unknown option {word}"),
                _ => options with { Names = [.. options.Names, word] },
            };

            string Value() =>
                rest.TryDequeue(out var value) ? value : throw new ArgumentException($"{word} wants a value");
        }

        return options;
    }
}
