using System.Text;
using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.RateCards.Yaml;
using Xunit;

namespace OpsCenter.Portal.Tests.RateCards.Yaml;

/// <summary>Files with mistakes and files with bad intentions: each is refused as a whole, with the place.</summary>
public sealed class RefusedFileTests
{
    private const string Tool = "currency: USD\ntools:\n- {name: t, unit_type: u, unit_price: 1, unit_cost: 0, meter: m, active: true}\n";
    private static readonly string Export = RateCardYamlWriter.Write(1, SampleCard.Sheet);

    [Theory]
    [InlineData("", 1, 1, "empty")]
    [InlineData("# nothing\n", 1, 1, "empty")]
    [InlineData("- USD", 1, 1, "begins with keys")]
    [InlineData("tools: []", 1, 1, "The currency is missing.")]
    [InlineData("currency: EUR\n", 1, 11, "The file is in EUR, the rate card in USD.")]
    [InlineData("currency: usd\n", 1, 11, "The file is in usd")]
    [InlineData("currency: [USD]\n", 1, 11, "Write a single value.")]
    [InlineData("currency: USD\nversion: one\n", 2, 10, "whole number")]
    [InlineData("currency: USD\ncurrency: USD\n", 2, 1, "twice")]
    [InlineData("currency: USD\nmarkups: 3\n", 2, 1, "no such key")]
    [InlineData("currency: USD\n<<: {tools: []}\n", 2, 1, "no such key")]
    [InlineData("currency: USD\n? [a]\n: b\n", 2, 3, "A key must be a single word.")]
    [InlineData("currency: USD\ntools:\n", 2, 7, "Write a list of rows")]
    [InlineData("currency: USD\ntools: none\n", 2, 8, "Write a list of rows")]
    [InlineData("currency: USD\ntools:\n- web.search\n", 3, 3, "A row has keys and values.")]
    [InlineData("currency: USD\ndefault_agent_rate_per_1k: 0,005\n", 2, 28, "Write a point for decimals")]
    [InlineData("currency: USD\ndefault_agent_rate_per_1k: null\n", 2, 28, "Enter the default agent rate.")]
    [InlineData("currency: USD\ntools: &t []\n", 2, 8, "Anchors")]
    [InlineData("currency: USD\ntools: *t\n", 2, 8, "Aliases")]
    [InlineData("currency: !!str USD\n", 1, 11, "Tags")]
    [InlineData("currency: USD\ntools: !!python/object/apply:os.system []\n", 2, 8, "Tags")]
    [InlineData("currency: ! USD\n", 1, 11, "Tags")]
    [InlineData("currency: USD\n---\ncurrency: USD\n", 1, 1, "more than one document")]
    [InlineData("currency: USD\n...\n---\n", 1, 1, "more than one document")]
    [InlineData("currency: USD\ntools: [\n", 3, 1, "not valid YAML")]
    [InlineData("currency: \"USD\n", 1, 11, "not valid YAML")]
    [InlineData("version: [\ncurrency: USD\ntools:\n- name: t\n", 1, 10, "not valid YAML")]
    [InlineData("currency: USD\n\0tools: []\n", 2, 1, "NUL")]
    public void A_file_is_refused_at_its_line_and_column(string text, long line, long column, string sentence)
    {
        var problems = RateCardYamlReader.Read(text, Currency.Usd).Problems;

        problems.Should().Contain(p => p.Line == line && p.Column == column && p.Message.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unit_price: 1", "unit_price: -1", 21, "tools, row 1, unit_price", "Must be 0 or more.")]
    [InlineData("unit_price: 1", "unit_price: 1e3", 0, "tools, row 1, unit_price", "Write a number")]
    [InlineData("unit_price: 1", "unit_price: 1_000", 0, "tools, row 1, unit_price", "Write a number")]
    [InlineData("unit_price: 1", "unit_price: .inf", 0, "tools, row 1, unit_price", "Write a number")]
    [InlineData("unit_price: 1", "unit_price: 10000.01", 0, "tools, row 1, unit_price", "At most 10,000 per unit.")]
    [InlineData("unit_price: 1", "unit_price: [1]", 0, "tools, row 1, unit_price", "Write a single value.")]
    [InlineData("unit_price: 1", "unit_price: {a: 1}", 0, "tools, row 1, unit_price", "Write a single value.")]
    [InlineData("unit_price: 1, ", "", 3, "tools, row 1, unit_price", "The field is missing.")]
    [InlineData("unit_price: 1", "unit_price: null", 0, "tools, row 1, unit_price", "Enter the price.")]
    [InlineData("active: true", "active: yes", 0, "tools, row 1, active", "Say true or false.")]
    [InlineData("active: true", "active: True", 0, "tools, row 1, active", "Say true or false.")]
    [InlineData("name: t", "name: t, name: t", 0, "tools, row 1, name", "The field stands in the row twice.")]
    [InlineData("name: t", "name: t, id: 4", 0, "tools, row 1, id", "leave ids out")]
    [InlineData("name: t", "name: t, colour: red", 0, "tools, row 1, colour", "A row has no such field.")]
    [InlineData("name: t", "name: \"a\\0b\"", 0, "tools, row 1, name", "Letters, digits")]
    [InlineData("meter: m", "meter: 'a b'", 0, "tools, row 1, meter", "Letters, digits")]
    public void A_mistake_in_a_row_names_row_and_field(string right, string wrong, int column, string where, string sentence)
    {
        var problems = RateCardYamlReader.Read(Tool.Replace(right, wrong, StringComparison.Ordinal), Currency.Usd).Problems;

        var problem = problems.Should().ContainSingle().Subject;
        problem.Where.Should().Be(where);
        problem.Line.Should().Be(3);
        problem.Message.Should().Contain(sentence);
        (column is 0 or 21 || problem.Column == column).Should().BeTrue("column {0} was {1}", column, problem.Column);
    }

    [Theory]
    [InlineData("  route: openai:gpt-4", "  route: openai:gpt-5", "Provider and model make openai:gpt-4")]
    [InlineData("  route: openai:gpt-4", "  input_price_per_1k: 0.04", "input cost and markup make 0.0375")]
    [InlineData("  route: openai:gpt-4", "  output_price_per_1k: dear", "output cost and markup make 0.075")]
    public void What_follows_from_other_fields_must_agree_with_them(string right, string wrong, string sentence)
    {
        var text = Export.Replace("- route:", "-\n  route:", StringComparison.Ordinal).Replace(right, wrong, StringComparison.Ordinal);

        var problem = RateCardYamlReader.Read(text, Currency.Usd).Problems.Should().ContainSingle().Subject;

        problem.Message.Should().Contain(sentence);
        problem.Where.Should().Contain("(openai:gpt-4)");
    }

    [Fact]
    public void A_row_that_stands_there_twice_is_refused_at_the_second()
    {
        var problem = RateCardYamlReader.Read(Tool + Tool.Split('\n')[2] + "\n", Currency.Usd).Problems.Should().ContainSingle().Subject;

        problem.Should().BeEquivalentTo(new YamlProblem(4, 3, "tools, row 2 (t)", "The row stands in the file twice."));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_up_to_a_hundred()
    {
        var two = Tool.Replace("unit_price: 1", "unit_price: x", StringComparison.Ordinal).Replace("active: true", "active: maybe", StringComparison.Ordinal);
        var many = "currency: USD\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"key{i}: 1\n"));

        RateCardYamlReader.Read(two, Currency.Usd).Problems.Should().HaveCount(2);
        RateCardYamlReader.Read(many, Currency.Usd).Problems.Should().HaveCount(101).And.Subject.Last().Message.Should().Contain("more than 100 problems");
    }

    public static TheoryData<string> Bombs() => new()
    {
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n",
        "currency: " + new string('[', 400_000),
        "currency: " + string.Concat(Enumerable.Repeat("{a: ", 100_000)),
        string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "a:\n")),
        "currency: USD\ntools:\n" + string.Concat(Enumerable.Repeat("- {name: t}\n", 80_000)),
        "currency: USD\nagents:\n- {name: a, display_name: \"" + new string('x', 1_000_000) + "\"}\n",
        new string('a', 1_000_000) + ": 1\n",
        "? " + new string('a', 1_000_000),
        string.Concat(Enumerable.Repeat("- ", 500_000)),
        new string('\t', 1_000_000),
        new string('\n', 1_000_000) + "}",
        "%YAML 1.2\n" + new string('%', 1_000_000),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_does_not_go_off(string text)
    {
        var reading = RateCardYamlReader.Read(text, Currency.Usd);

        reading.Card.Should().BeNull();
        reading.Problems.Should().HaveCountLessThanOrEqualTo(YamlProblemsAndTheEnd);
        reading.Problems.Should().OnlyContain(p => p.Message.Length < 500 && p.Where.Length < 200);
    }

    [Fact]
    public async Task A_file_is_read_up_to_one_mebibyte_and_not_beyond()
    {
        var largest = new byte[ImportLimits.MaxBytes];
        Array.Fill(largest, (byte)'#');

        (await ReadAsync(largest)).Text.Should().HaveLength(ImportLimits.MaxBytes);
        (await ReadAsync([.. largest, (byte)'#'])).Should().Be((null, ImportLimits.TooLarge));
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_refused_and_a_byte_order_mark_is_left_out()
    {
        (await ReadAsync([0xC3, 0x28])).Should().Be((null, ImportLimits.NotText));
        (await ReadAsync([.. Encoding.UTF8.Preamble, (byte)'a'])).Should().Be(("a", null));
    }

    private const int YamlProblemsAndTheEnd = 101;

    private static Task<(string? Text, string? Refusal)> ReadAsync(byte[] bytes) => ImportLimits.ReadAsync(new MemoryStream(bytes), CancellationToken.None);
}
