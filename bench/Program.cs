using Orrery.Bench;

try
{
    return await BenchProgram.RunAsync(args, Console.Out);
}
catch (Exception error) when (error is InvalidOperationException or ArgumentException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
